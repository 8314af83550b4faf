"""The same chain without windows: `compare`, `report`, `translate`.

Answers go to standard output (or to the file of `-o`), everything said to the user goes to standard error. Exit codes: 0 done, 1 the
work failed or an input could not be read, 2 the command line is wrong, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from recoupe import __version__
from recoupe.analysis import analyse
from recoupe.errors import ReadingFailed, RecoupeError, ReportFailed
from recoupe.files import build
from recoupe.model import Analysis, Article, Project, State, Verdict
from recoupe.project import SUFFIX, followed, open_study
from recoupe.reading import read_path
from recoupe.reports import FORMATS, Choice, Format, render_report, write_report
from recoupe.settings import load_settings
from recoupe.translating import means_for, translate_annotated, translate_path
from recoupe.translation import ENGINES, Means, Outcome
from recoupe.translation.annotated import heading
from recoupe.translation.output import OUTPUT_FORMATS, written
from recoupe.wording import date_text
from recoupe.writing import is_full, replacing

ENGINE_NAMES = tuple(engine.name for engine in ENGINES)
COMMANDS = ("compare", "report", "translate")


class _Telling:
    """Progress on standard error, on one line that is rewritten, when a person is watching."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._watched:
            sys.stderr.write(f"\r\033[K{stage} {done}/{total}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line as if nothing had been written."""
        if self._watched:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


def _say(text: str) -> None:
    print(f"recoupe: {text}", file=sys.stderr)


def _dated(text: str) -> tuple[str, date]:
    ident, _, day = text.partition("=")
    try:
        return ident, date.fromisoformat(day)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected ID=YYYY-MM-DD, got {text!r}") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recoupe",
        description="Compare press articles on one story: passages that tell the same thing, facts on which they diverge. "
        "Without a command, opens the window on the given files.",
    )
    parser.add_argument("--version", action="version", version=f"Recoupe {__version__} ({build() or 'source'})")
    parser.add_argument("--self-check", action="store_true", help="load every part, compare the sample story, and say whether all is well")
    parser.add_argument("--new-window", action="store_true", help="open a window of its own although one is open")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    files = argparse.ArgumentParser(add_help=False)
    files.add_argument(
        "files", nargs="+", metavar="FILE", type=Path, help="an article (text, HTML, DOCX, ODT, RTF, PDF, e-mail) or a folder"
    )
    files.add_argument(
        "--published", action="append", default=[], type=_dated, metavar="ID=DATE", help="publication date of an article, as a=2024-05-14"
    )

    compare = commands.add_parser("compare", parents=[files], help="print the comparison of two or more articles")
    compare.add_argument("--format", choices=("json", "text"), default="text", help="json is the public contract (default: text)")
    compare.add_argument("--language", choices=("en", "fr"), default="en", help="language of the text output (default: en)")
    compare.add_argument("-o", "--output", type=Path, metavar="OUT", help="write there instead of standard output")
    compare.set_defaults(run=_compare)

    report = commands.add_parser("report", parents=[files], help="write a report to file")
    suffixes = " ".join(f.suffix for f in FORMATS)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=f"the ending says the format: {suffixes}")
    report.add_argument("--language", choices=("en", "fr"), default="en", help="language of the report (default: en)")
    for option, choices, what in (
        ("--article", None, "article, by its id"),
        ("--verdict", Verdict, "verdict"),
        ("--state", State, "state of review"),
    ):
        known = f": {', '.join(choices)}" if choices else ""
        report.add_argument(
            option,
            action="append",
            choices=choices and tuple(choices),
            metavar=option[2:].upper(),
            help=f"only this {what}{known} (may be given again)",
        )
    report.add_argument("--title", default="", help="title of the report")
    report.set_defaults(run=_report)

    for command in (compare, report):
        command.add_argument("--translate", choices=ENGINE_NAMES, metavar="ENGINE", help="translate the articles too, with this engine")
    translate = commands.add_parser("translate", help="print an article in another language")
    translate.add_argument("files", nargs="+", metavar="FILE", type=Path, help="an article, or a file or folder with several")
    translate.add_argument("--engine", choices=ENGINE_NAMES, default=ENGINE_NAMES[0], help=f"what translates (default: {ENGINE_NAMES[0]})")
    translate.add_argument("--format", choices=OUTPUT_FORMATS, default="text", help="form of the output (default: text)")
    translate.add_argument("-o", "--output", type=Path, metavar="OUT", help="write there instead of standard output")
    translate.set_defaults(run=_translate)
    for command in (compare, report, translate):
        command.add_argument("--to", choices=("en", "fr"), default="en", help="language to translate into (default: en)")
        command.add_argument("--server", default="", metavar="ADDRESS", help="your own server, for libretranslate")
        command.add_argument("--send", action="store_true", help="allow the texts to be sent to the engine's server, this time")
    return parser


def _read(path: Path, project: Project, telling: _Telling) -> Project:
    """The study so far with what one file holds: articles, or a whole study with its rulings and translations."""
    if path.suffix.lower() != SUFFIX:
        return project.with_articles(read_path(path, now=datetime.now(), progress=telling))
    study = open_study(path)
    if not project.articles:
        return study
    # rulings name articles by their ids, which may be taken by now: only the texts of a further study are added
    return project.with_articles(study.articles)


def _read_all(paths: Sequence[Path], dates: Sequence[tuple[str, date]], telling: _Telling) -> tuple[Project, list[RecoupeError]]:
    """A study of every file that can be read, and what went wrong with the others."""
    project, failures = Project(), list[RecoupeError]()
    for path in paths:
        try:
            project = _read(path, project, telling)
        except RecoupeError as error:
            failures.append(error)
    wanted = dict(dates)
    known = {article.id for article in project.articles}
    failures += [ReadingFailed("no_such_id", id=ident, known=", ".join(sorted(known)) or "none") for ident in wanted if ident not in known]
    dated = tuple(replace(a, published=wanted.get(a.id, a.published)) for a in project.articles)
    return (project if dated == project.articles else replace(project, articles=dated, analysis=Analysis())), failures


def _studied(arguments: argparse.Namespace, telling: _Telling) -> tuple[Project, bool]:
    """The study of the named files, and whether every one of them could be read."""
    project, failures = _read_all(arguments.files, arguments.published, telling)
    telling.clear()
    for failure in failures:
        _say(str(failure))
    if len(project.articles) < 2:
        raise ReadingFailed("too_few", count=len(project.articles))
    covered = {fact.place.article for fact in project.analysis.facts}
    if covered != {article.id for article in project.articles} or project.analysis.partial:
        project = followed(project, analyse(project.articles, project.decisions, progress=telling))
        telling.clear()
    return project, not failures


def _means(name: str, arguments: argparse.Namespace) -> Means:
    """The engine, with what the window's preferences know of it."""
    settings = load_settings()
    server = arguments.server or settings.servers.get(name, "")
    return means_for(name, server=server, allowed=settings.consent, send=arguments.send, pairs=settings.glossary)


def _translated(project: Project, arguments: argparse.Namespace, telling: _Telling) -> tuple[Project, Mapping[str, str], bool]:
    """The study with its articles translated where that was asked, what that calls the comparisons, and whether every sentence could be."""
    if not arguments.translate:
        return project, {}, True
    means = _means(arguments.translate, arguments)
    facts = {f.id: f for f in project.analysis.facts}
    told = [translate_annotated(article, means, arguments.to, tuple(facts.values()), telling) for article in project.articles]
    telling.clear()
    outcomes = [outcome for outcome, _ in told]
    abouts = {ident: about for _, annotated in told for ident, about in annotated.abouts.items()}
    named = ((c.id, heading([facts[f] for f in c.facts if f in facts], c.verdict, abouts)) for c in project.analysis.comparisons)
    wording = {ident: words for ident, words in named if words} if arguments.to == arguments.language else {}
    made = {(t.place, t.language): t for outcome in outcomes for t in outcome.translations}
    kept = [t for t in project.translations if t.by_hand or (t.place, t.language) not in made]
    merged = made | {(t.place, t.language): t for t in kept}
    return replace(project, translations=tuple(merged[key] for key in sorted(merged))), wording, _say_failures(outcomes)


def _say_failures(outcomes: Sequence[Outcome]) -> bool:
    """Say what stayed in the original, and why; whether nothing did."""
    failures = [failure for outcome in outcomes for _, failure in outcome.failures]
    for sentence in dict.fromkeys(str(failure) for failure in failures):
        _say(sentence)
    return not failures


def _translate(arguments: argparse.Namespace, telling: _Telling) -> int:
    means = _means(arguments.engine, arguments)
    told, whole = list[tuple[Article, Outcome]](), True
    for path in arguments.files:
        try:
            told += translate_path(path, means, arguments.to, now=datetime.now(), progress=telling)
        except ReadingFailed as failure:
            telling.clear()
            _say(str(failure))
            whole = False
    telling.clear()
    whole = _say_failures([outcome for _, outcome in told]) and whole
    if told:
        dated = partial(date_text, lang=arguments.to)
        text = written([(article, outcome.translations) for article, outcome in told], arguments.to, arguments.format, dated)
        _write(arguments.output, text)
    return 0 if whole else 1


def _write(path: Path | None, text: str) -> None:
    """Write an answer to a file, or to standard output where none was named."""
    if path is None:
        sys.stdout.write(text)
        return
    try:
        with replacing(path) as file:
            file.write(text.encode())
    except OSError as error:
        code = "disk_full" if is_full(error) else "cannot_write"
        raise ReportFailed(code, name=path.name, reason=error.strerror or type(error).__name__) from None


def _format(name: str) -> Format:
    return next(f for f in FORMATS if f.name == name)


def _compare(arguments: argparse.Namespace, telling: _Telling) -> int:
    project, whole = _studied(arguments, telling)
    project, wording, said = _translated(project, arguments, telling)
    chosen, choice = _format(arguments.format), Choice(arguments.language, wording=wording)
    if arguments.output:
        write_report(project, arguments.output, choice=choice, format=chosen)
    else:
        sys.stdout.write(render_report(project, chosen, choice).decode())
    return 0 if whole and said else 1


def _report(arguments: argparse.Namespace, telling: _Telling) -> int:
    project, whole = _studied(arguments, telling)
    choice = _choice(arguments, project)
    project, wording, said = _translated(project, arguments, telling)
    titled = replace(project, title=arguments.title or project.title)
    write_report(titled, arguments.output, choice=replace(choice, wording=wording))
    return 0 if whole and said else 1


def _choice(arguments: argparse.Namespace, project: Project) -> Choice:
    """What the report is to hold; what was not asked for is left as it is, whole."""
    known = {article.id for article in project.articles}
    for ident in arguments.article or ():
        if ident not in known:
            raise ReadingFailed("no_such_id", id=ident, known=", ".join(sorted(known)))
    return Choice(
        arguments.language,
        articles=frozenset(arguments.article) if arguments.article else None,
        verdicts=frozenset(map(Verdict, arguments.verdict)) if arguments.verdict else None,
        states=frozenset(map(State, arguments.state)) if arguments.state else None,
    )


def main(arguments: Sequence[str]) -> int:
    """Run one command; the answer is the process's exit code."""
    parsed = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace, _Telling], int] = parsed.run
    telling = _Telling()
    try:
        return run(parsed, telling)
    except RecoupeError as error:
        telling.clear()
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        telling.clear()
        _say("stopped.")
        return 130
    except BrokenPipeError:
        # the reader of our output (head, less) has gone: nothing is wrong, and nothing more can be said
        sys.stderr.close()
        return 0
