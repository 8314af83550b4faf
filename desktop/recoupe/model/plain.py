"""Any word of the trade as plain JSON data, and back: what studies are saved as and what reports carry.

A dataclass becomes an object of its fields, those that hold their default left out; a `Span` becomes `[start, end]` and a `Place`
`[article, sentence]`; a decimal, a date or an enumeration becomes a string; where several types are possible (values, decisions) the
object's `"is"` names the one. Reading trusts nothing: what does not fit its type raises `Unfit`.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from recoupe.model.article import Place, Span

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]

_BRIEF = (Span, Place)
_LONGEST_NUMBER = 400  # a decimal of more digits or a larger exponent is no figure of an article


class Unfit(ValueError):
    """Plain data that is not what its type asks for; the message says where."""


def to_plain(thing: object, *, tagged: bool = False) -> Plain:
    """The plain form of a dataclass, tuple, enumeration, date, decimal or JSON scalar; `tagged` adds the dataclass's name as `"is"`."""
    if thing is None or isinstance(thing, bool | int | float):
        return thing
    if isinstance(thing, StrEnum | str):
        return str(thing)
    if isinstance(thing, Decimal):
        return str(thing)
    if isinstance(thing, date):  # a datetime too
        return thing.isoformat()
    if isinstance(thing, tuple | list):
        return [to_plain(item, tagged=tagged) for item in thing]
    if isinstance(thing, _BRIEF):
        return [to_plain(getattr(thing, f.name)) for f in fields(thing)]
    return _object(thing, tagged=tagged)


def _object(thing: object, *, tagged: bool) -> dict[str, Plain]:
    if not is_dataclass(thing) or isinstance(thing, type):
        raise TypeError(f"{type(thing).__name__} has no plain form")
    found: dict[str, Plain] = {"is": type(thing).__name__} if tagged else {}
    hints = _hints(type(thing))
    for field in fields(thing):
        value = getattr(thing, field.name)
        if not _is_default(field, value):
            found[field.name] = to_plain(value, tagged=_many(hints[field.name]))
    return found


def from_plain(kind: Any, data: object, where: str = "") -> Any:  # noqa: ANN401 (the type is an argument)
    """The thing of type `kind` (a dataclass, a union of them, a tuple, a scalar) that `data` is the plain form of; raises `Unfit`."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), data, where)
    if origin is tuple:
        return _tuple(get_args(kind), data, where)
    if kind in _BRIEF:
        names = [f.name for f in fields(kind)]
        if not isinstance(data, list) or len(data) != len(names):
            raise Unfit(f"{where}: no {kind.__name__}")
        return _build(kind, dict(zip(names, data, strict=True)), where)
    if is_dataclass(kind):
        return _build(kind, data, where)
    return _scalar(kind, data, where)


def _one_of(kinds: tuple[Any, ...], data: object, where: str) -> object:
    if data is None and type(None) in kinds:
        return None
    kinds = tuple(k for k in kinds if k is not type(None))
    if len(kinds) == 1:
        return from_plain(kinds[0], data, where)
    name = data.get("is") if isinstance(data, dict) else None
    for kind in kinds:
        if kind.__name__ == name:
            return _build(kind, {k: v for k, v in data.items() if k != "is"} if isinstance(data, dict) else data, where)
    raise Unfit(f"{where}: unknown kind {name!r}")


def _tuple(kinds: tuple[Any, ...], data: object, where: str) -> tuple[object, ...]:
    if not isinstance(data, list):
        raise Unfit(f"{where}: no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(from_plain(kinds[0], item, f"{where}[{i}]") for i, item in enumerate(data))
    if len(data) != len(kinds):
        raise Unfit(f"{where}: {len(kinds)} items expected")
    return tuple(from_plain(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(zip(kinds, data, strict=True)))


def _build(kind: Any, data: object, where: str) -> object:  # noqa: ANN401
    if not isinstance(data, dict):
        raise Unfit(f"{where}: no {kind.__name__}")
    hints = _hints(kind)
    unknown = [name for name in data if name not in hints]
    if unknown:
        raise Unfit(f"{where}: {kind.__name__} has no {unknown[0]!r}")
    found = {name: from_plain(hints[name], value, f"{where}.{name}") for name, value in data.items()}
    missing = [f.name for f in fields(kind) if f.name not in found and f.default is MISSING and f.default_factory is MISSING]
    if missing:
        raise Unfit(f"{where}: {kind.__name__} lacks {missing[0]!r}")
    return kind(**found)


def _scalar(kind: Any, data: object, where: str) -> object:  # noqa: ANN401
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if kind in (str, int, float, bool):
        if type(data) is not kind:
            raise Unfit(f"{where}: no {kind.__name__}")
        return data
    if not isinstance(data, str):
        raise Unfit(f"{where}: no {kind.__name__}")
    try:
        if kind is datetime or kind is date:
            return kind.fromisoformat(data)
        number = kind(data)
    except (ValueError, InvalidOperation) as error:
        raise Unfit(f"{where}: {data[:40]!r} is no {kind.__name__}") from error
    if isinstance(number, Decimal) and not (number.is_finite() and abs(number.adjusted()) + len(data) < _LONGEST_NUMBER):
        raise Unfit(f"{where}: {data[:40]!r} is no figure of an article")
    return number


def _is_default(field: Field[Any], value: object) -> bool:
    """Whether the field may be left out; the type counts too, so that 1.0 and 1, equal in Python, come back as they were."""
    return field.default is not MISSING and type(field.default) is type(value) and bool(field.default == value)


def _many(hint: object) -> bool:
    """Whether a field may hold several dataclasses, so that each must name itself."""
    if get_origin(hint) is tuple:
        return _many(get_args(hint)[0])
    return get_origin(hint) in (Union, types.UnionType) and sum(is_dataclass(k) for k in get_args(hint)) > 1


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
