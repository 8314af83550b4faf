"""Whether two values agree, refine or contradict each other: the interval logic, in one place.

Equal values agree. One within the other, or an exact value against a rounding that fits it, is a precision. What lies apart is a
contradiction. Two roundings that round alike agree.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from decimal import Decimal

from recoupe.facts.kind import Ruling
from recoupe.model import Exactness, Period, Quantity, Verdict

EQUAL: Ruling = (Verdict.AGREEMENT, "equal")
SAME_ROUNDING: Ruling = (Verdict.AGREEMENT, "same_rounding")
WITHIN: Ruling = (Verdict.PRECISION, "within")
ROUNDING: Ruling = (Verdict.PRECISION, "rounding")
FINER: Ruling = (Verdict.PRECISION, "finer")
OVERLAP: Ruling = (Verdict.PRECISION, "overlap")
VAGUE: Ruling = (Verdict.PRECISION, "vague")
SAME_DAY: Ruling = (Verdict.AGREEMENT, "within")
BOUND: Ruling = (Verdict.PRECISION, "bound")
APART: Ruling = (Verdict.CONTRADICTION, "apart")
OTHER_DAY: Ruling = (Verdict.CONTRADICTION, "other_day")
OTHER_UNIT: Ruling = (Verdict.CONTRADICTION, "other_unit")

_DAY_SECONDS = Decimal(86400)
_PER_YEAR = {"/hour": Decimal(8766), "/day": Decimal("365.25"), "/week": Decimal("365.25") / 7, "/month": Decimal(12), "/year": Decimal(1)}
_SAME_MEASURE = {"°C": "°", "year": "d"}
_AGE = "year"
_MONTH = Decimal("30.4375")
_CALENDAR_LEEWAY = Decimal("0.02")  # a month is 30 days, or 30.4
_MONTH_LEEWAY = Decimal("2.5")  # days: « un mois » is said of 28, of 30 and of 31
_MONTHS_OF_WEEKS = 4  # from which on four weeks are no month: a quarter is thirteen, half a year 26
_WEEKS_LEEWAY = Decimal("0.2")  # of a number of months that is told in weeks elsewhere
_WRITTEN_LEEWAY = Decimal("0.1")  # « 2 milliards » may be 2,2, hardly 2,4
_ZEROS_LEEWAY = Decimal("0.025")  # 87 000 may be 87 400: figures that end in zeros are often rounded, but not by much
_FAR = 2  # « plus de 300 » is not said of 700
_DEADLINE = timedelta(days=16)  # « avant Noël » and « d'ici à la fin de l'année » are one deadline, loosely told
_AHEAD_OF_DEADLINE = timedelta(days=400)
_SHARED_SLICE = 0.34  # of the shorter: neighbouring thirds of a month or year touch by a tenth or a quarter of it
_SHARED_PART = 0.33  # the same of two parts of one day: « dans l'après-midi » is not « dans la soirée »
_HALF_HOUR = 30
_FARTHEST_ZONES = 26 * 60


def judge_quantities(left: Quantity, right: Quantity) -> Ruling:
    """How two numbers stand to each other, units brought together first."""
    if left.unit.startswith("clock") and right.unit.startswith("clock"):
        return _judge_clocks(left, right)
    pair = _one_unit(left, right)
    if pair is None:
        same_number = {left.unit, right.unit} == {"%", "pt"} and left.point == right.point
        return EQUAL if same_number else OTHER_UNIT
    return _judge_numbers(*pair)


def _one_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two in one unit: hours and days, euros a month and a year; None where their units measure different things."""
    if left.unit == right.unit:
        return left, right
    left, right = _without_rate(left, right)
    units = {left.unit, right.unit}
    if units == {"s", "d"}:
        return _in_seconds(left), _in_seconds(right)
    if _SAME_MEASURE.get(left.unit, left.unit) == _SAME_MEASURE.get(right.unit, right.unit):
        return left, replace(right, unit=left.unit)
    return (left, right) if left.unit == right.unit else None


def _in_seconds(value: Quantity) -> Quantity:
    return value if value.unit == "s" else _scaled(value, _DAY_SECONDS, "s")


def _without_rate(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both a year where both are rates; a rate that only one names is left out, for the other may take it as known."""
    (base_l, rate_l), (base_r, rate_r) = _rate(left.unit), _rate(right.unit)
    if rate_l and rate_r and rate_l != rate_r:
        return _scaled(left, _PER_YEAR[rate_l], base_l), _scaled(right, _PER_YEAR[rate_r], base_r)
    return replace(left, unit=base_l), replace(right, unit=base_r)


def _rate(unit: str) -> tuple[str, str]:
    base, slash, per = unit.rpartition("/")
    if slash and per.isdigit():
        return base, ""  # « 3 sur 5 » and « 3 » on a scale that the other leaves unsaid
    return (base, f"/{per}") if slash and f"/{per}" in _PER_YEAR else (unit, "")


def _scaled(value: Quantity, factor: Decimal, unit: str) -> Quantity:
    low, high, point = (None if n is None else n * factor for n in (value.low, value.high, value.point))
    return replace(value, low=low, high=high, point=point, unit=unit)


def _judge_numbers(left: Quantity, right: Quantity) -> Ruling:
    exact = (left.exactness is Exactness.EXACT, right.exactness is Exactness.EXACT)
    if all(exact):
        return _judge_exact(left, right)
    if Exactness.VAGUE in {left.exactness, right.exactness}:
        return _judge_vague(left, right)
    if left.exactness is right.exactness and (left.low, left.high) == (right.low, right.high):
        return EQUAL
    if _opposed(left, right) or _limits(left, right):
        return APART
    if not any(exact) and left.point is not None and right.point is not None:
        if left.point == right.point:
            return SAME_ROUNDING
        if left.exactness is right.exactness is Exactness.ROUNDED:
            return APART if _granularity(left.point) == _granularity(right.point) or not _meet(left, right) else ROUNDING
    if not _meet(left, right):
        return APART
    if Exactness.BOUND in {left.exactness, right.exactness}:
        return BOUND
    if Exactness.ROUNDED in {left.exactness, right.exactness}:
        return ROUNDING
    return WITHIN if _holds(left, right) or _holds(right, left) else OVERLAP


def _judge_exact(left: Quantity, right: Quantity) -> Ruling:
    one, other = left.low, right.low
    if one is None or other is None:
        return VAGUE
    converted = left.low != left.high, right.low != right.high
    if left.point == right.point if all(converted) else one == other or (any(converted) and _meet(left, right)):
        return EQUAL
    if left.unit == "d" and (_months_against_days(one, other) or _weeks_make_months(one, other)):
        return EQUAL
    if left.unit == "d" and _weeks_round_to_months(one, other):
        return ROUNDING
    return ROUNDING if _rounds_to(left.point or one, right.point or other) or _rounds_to(right.point or other, left.point or one) else APART


def _months_against_days(one: Decimal, other: Decimal) -> bool:
    """Whether one is told in months or years and the other in days, and they differ by no more than the calendar does."""
    whole = [abs(n / _MONTH - (n / _MONTH).to_integral_value()) < Decimal("0.001") for n in (one, other)]
    return whole[0] != whole[1] and abs(one - other) <= max(max(one, other) * _CALENDAR_LEEWAY, _MONTH_LEEWAY)


def _weeks_make_months(one: Decimal, other: Decimal) -> bool:
    """Whether one is told in months and the other in four weeks for each of them: « deux mois », « huit semaines »."""
    less, more = sorted((one, other))
    months = more / _MONTH
    return abs(months - round(months)) < Decimal("0.001") and less == 28 * round(months) and months < _MONTHS_OF_WEEKS


def _weeks_round_to_months(one: Decimal, other: Decimal) -> bool:
    """Whether one is told in weeks and the other in the months that these make, roughly: « cinq semaines », « un mois »."""
    months = [n for n in (one, other) if abs(n / _MONTH - (n / _MONTH).to_integral_value()) < Decimal("0.001")]
    weeks = [n for n in (one, other) if n % 7 == 0]
    return len(months) == len(weeks) == 1 and months != weeks and abs(one - other) <= months[0] * _WEEKS_LEEWAY


def _rounds_to(fine: Decimal, coarse: Decimal) -> bool:
    """Whether the second is the first, written less finely: 1,24 milliard and 1,2 milliard, 87 400 and 87 000."""
    difference = abs(fine - coarse)
    if not coarse or difference > abs(coarse) * _WRITTEN_LEEWAY:
        return False
    grain_fine, grain_coarse = int(fine.as_tuple().exponent), int(coarse.as_tuple().exponent)
    if grain_coarse > grain_fine and not _granularity(fine) >= grain_coarse and difference <= Decimal(5).scaleb(grain_coarse - 1):
        return True
    zeros = _granularity(coarse)
    rounded = zeros >= 3 and zeros > _granularity(fine)
    return rounded and difference <= min(Decimal(5).scaleb(zeros - 1), abs(coarse) * _ZEROS_LEEWAY)


def _granularity(number: Decimal) -> int:
    """The power of ten of the last digit that is not a zero."""
    return int(number.normalize().as_tuple().exponent)


def _judge_vague(left: Quantity, right: Quantity) -> Ruling:
    if left.exactness is right.exactness and (_near(left.low, right.low) and _near(left.high, right.high)):
        return SAME_ROUNDING
    return VAGUE if _meet(left, right) else APART


def _near(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two ends of open words are about the same: of « des milliers » and « plusieurs milliers » neither says more."""
    return one == other or (bool(one and other) and max(one or 0, other or 0) < 2 * min(one or 0, other or 0))


def _ends(value: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The interval with an open end closed where the words would have been others: « plus de 300 » is not said of 700."""
    low, high = value.low, value.high
    if value.exactness is Exactness.BOUND:
        if high is None and low is not None and low > 0:
            high = low * _FAR
        elif low is None and high is not None and high > 0:
            low = high / _FAR
    return low, high


def _meet(left: Quantity, right: Quantity) -> bool:
    (low_l, high_l), (low_r, high_r) = _ends(left), _ends(right)
    return (high_l is None or low_r is None or low_r <= high_l) and (high_r is None or low_l is None or low_l <= high_r)


def _opposed(left: Quantity, right: Quantity) -> bool:
    """« plus de 300 » against « moins de 300 »: they touch, and yet they exclude each other."""
    if left.exactness is not Exactness.BOUND or right.exactness is not Exactness.BOUND:
        return False
    up, down = (left, right) if left.high is None else (right, left)
    return up.high is None and down.low is None and up.low is not None and down.high is not None and up.low >= down.high


def _limits(left: Quantity, right: Quantity) -> bool:
    """« interdit aux moins de 15 ans » against « aux moins de 16 ans »: what bounds an age is a limit, and there is but one."""
    both = left.exactness is right.exactness is Exactness.BOUND and left.unit == right.unit == _AGE
    return both and (left.low is None) == (right.low is None) and left.point != right.point


def _holds(outer: Quantity, inner: Quantity) -> bool:
    (low_o, high_o), (low_i, high_i) = _ends(outer), _ends(inner)
    return (low_o is None or (low_i is not None and low_o <= low_i)) and (high_o is None or (high_i is not None and high_i <= high_o))


def _judge_clocks(left: Quantity, right: Quantity) -> Ruling:
    """Two times of the day; where one is local and the other of a named place, hours apart may be the zones."""
    zones = {left.unit.partition("/")[2], right.unit.partition("/")[2]}
    left, right = replace(left, unit="clock"), replace(right, unit="clock")
    if len(zones) == 2 and left.point is not None and right.point is not None:
        gap = abs(left.point - right.point) % (24 * 60)
        if gap and gap % _HALF_HOUR == 0 and gap <= _FARTHEST_ZONES:
            return EQUAL if Exactness.EXACT is left.exactness is right.exactness else ROUNDING
        if gap:
            shifted = _shifted(left, right)
            if shifted is not None:
                return shifted
    if left.exactness is right.exactness and left.point is not None and left.point == right.point:
        return EQUAL if left.exactness is Exactness.EXACT else SAME_ROUNDING
    if left.exactness is right.exactness is Exactness.ROUNDED and left.point != right.point:
        return APART if not (_holds(left, right) or _holds(right, left)) else ROUNDING
    if left.exactness is right.exactness is Exactness.EXACT:
        return EQUAL if (left.low, left.high) == (right.low, right.high) else _judge_openings(left, right)
    if (left.low, left.high) == (right.low, right.high):
        return SAME_ROUNDING
    return WITHIN if _meet(left, right) or _meet(_next_day(left), right) or _meet(left, _next_day(right)) else APART


def _judge_openings(left: Quantity, right: Quantity) -> Ruling:
    """Two exact times, or a stretch of the day, « de 20 h à 6 h », against another or against a time in it."""
    stretches = [value.low != value.high for value in (left, right)]
    if stretches[0] == stretches[1]:
        return APART
    return WITHIN if _meet(left, right) or _meet(_next_day(left), right) or _meet(left, _next_day(right)) else APART


def _shifted(left: Quantity, right: Quantity) -> Ruling | None:
    """The ruling where one clock runs whole hours beside the other and a rounding is in play."""
    if left.exactness is right.exactness is Exactness.EXACT:
        return None
    for hours in range(-12, 13):
        if hours and _meet(_scaled_by(left, hours), right):
            return ROUNDING
    return None


def _scaled_by(value: Quantity, hours: int) -> Quantity:
    low, high, point = (None if n is None else n + 60 * hours for n in (value.low, value.high, value.point))
    return replace(value, low=low, high=high, point=point)


def _next_day(value: Quantity) -> Quantity:
    return _scaled_by(value, 24)


def judge_periods(left: Period, right: Period) -> Ruling:
    """How two dates stand to each other. Without a year in one of them only month and day are compared."""
    if left.anchored != right.anchored:
        left, right = _same_year(left, right)
    if Exactness.BOUND in {left.exactness, right.exactness}:
        return _judge_deadlines(left, right)
    if (left.start, left.end) == (right.start, right.end):
        return EQUAL if left.exactness is right.exactness else SAME_ROUNDING
    if left.exactness is right.exactness is Exactness.RANGE:
        return _judge_stretches(left, right)
    if {left.grain, right.grain} == {"day", "part"} and left.start < right.end and right.start < left.end:
        return SAME_DAY  # a night is of both its days
    if (
        left.grain == right.grain == "part"
        and left.start.date() == right.start.date()
        and left.start < right.end
        and right.start < left.end
    ):
        return SAME_DAY if _share(left, right) >= _SHARED_PART else APART
    if left.start < right.end and right.start < left.end:
        holds = _spans(left, right) or _spans(right, left)
        return FINER if holds else APART if _next_slices(left, right) else OVERLAP
    if _loose(left) or _loose(right):
        room = timedelta(days=16) if "year" not in {left.grain, right.grain} else timedelta(days=190)
        if left.start < right.end + room and right.start < left.end + room:
            return OVERLAP
    return OTHER_DAY if left.grain == right.grain == "day" else APART


def _next_slices(left: Period, right: Period) -> bool:
    """« mi-2027 » against « fin 2027 »: each is meant loosely, so they touch, and yet whoever says one does not mean the other."""
    if left.grain != right.grain or not left.exactness is right.exactness is Exactness.ROUNDED:
        return False
    return _share(left, right) < _SHARED_SLICE


def _share(left: Period, right: Period) -> float:
    """How much of the shorter of two stretches lies within the other (0 to 1)."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared / min(left.end - left.start, right.end - right.start)


def _judge_stretches(left: Period, right: Period) -> Ruling:
    """« de 2019 à 2022 » against « de mars 2019 à juin 2022 »: both ends must fit."""
    if left.grain == right.grain:
        return APART
    ends = [(p.start.year, (p.end - timedelta(days=1)).year) for p in (left, right)]
    return FINER if ends[0] == ends[1] else APART


def _loose(period: Period) -> bool:
    """Whether a period was counted back or ahead in round units: « il y a trois ans »."""
    return period.exactness is Exactness.VAGUE


def _spans(outer: Period, inner: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _same_year(left: Period, right: Period) -> tuple[Period, Period]:
    """Both in the year of the one that has one."""
    free, fixed = (left, right) if not left.anchored else (right, left)
    years = fixed.start.year - free.start.year

    def moved(moment: datetime) -> datetime:
        if moment in {datetime.min, datetime.max}:
            return moment  # an open end is open in every year
        year = min(max(moment.year + years, MINYEAR), MAXYEAR)
        day = 28 if (moment.month, moment.day) == (2, 29) else moment.day
        return moment.replace(year=year, day=day)

    placed = replace(free, start=moved(free.start), end=moved(free.end), anchored=True)
    return (placed, right) if not left.anchored else (left, placed)


def _judge_deadlines(left: Period, right: Period) -> Ruling:
    """« avant Noël », « d'ici à fin 2027 », « pas avant 2028 »: limits rather than days."""
    late = [p.end == datetime.max for p in (left, right)]
    if all(late):
        return EQUAL if left.start == right.start else APART
    if any(late):
        open_end, other = (left, right) if late[0] else (right, left)
        return BOUND if other.end > open_end.start else APART
    if left.exactness is right.exactness:
        gap = abs(left.end - right.end)
        return EQUAL if not gap else BOUND if gap <= _DEADLINE else APART
    limit, other = (left, right) if left.exactness is Exactness.BOUND else (right, left)
    if (limit.start, limit.end) == (other.start, other.end):
        return SAME_ROUNDING
    # as differences: an undated limit lies in the first year there is, from which nothing can be taken
    inside = other.start < limit.end and other.end - datetime.min > limit.start - datetime.min - _AHEAD_OF_DEADLINE
    return BOUND if inside else APART
