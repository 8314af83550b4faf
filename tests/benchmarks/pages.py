"""Sets our page reading beside trafilatura, readability-lxml and jusText on saved news pages.

    python tests/benchmarks/pages.py [FOLDER]

FOLDER holds pages as NNN.html beside NNN.txt, the text that a person kept (title first). Printed for each reader: mean token F1
against the kept text, with precision and recall, the worst page, and how many titles were lost.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "press" / "pages"


def tokens(text: str) -> list[str]:
    """Words and figures in lower case: what is compared."""
    return re.findall(r"\w+", text.lower())


def score(said: str, wanted: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over the bags of tokens."""
    a, b = Counter(tokens(said)), Counter(tokens(wanted))
    common = sum((a & b).values())
    precision = common / max(1, sum(a.values()))
    recall = common / max(1, sum(b.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def title_kept(said: str, wanted: str) -> bool:
    """Whether the kept text's first line stands in what was said, wherever."""
    title = tokens(wanted.strip().splitlines()[0])
    return " ".join(title) in " ".join(tokens(said))


def ours(page: bytes) -> str:
    """The story of the article as Recoupe reads it: title and every sentence that is no noise."""
    from datetime import datetime

    from recoupe.model import Means, Origin
    from recoupe.reading.assembling import assemble
    from recoupe.reading.pages import page_draft

    article = assemble(page_draft(page), "page", Origin(Means.PAGE, "", datetime(2026, 1, 1)))
    return "\n".join(article.sentence_text(i) for i in article.story)


def by_trafilatura(page: bytes) -> str:
    """Trafilatura's text under its title, comments left out."""
    import trafilatura

    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    return f"{found.title}\n{found.text}" if found else ""


def by_readability(page: bytes) -> str:
    """readability-lxml's summary under its short title."""
    import lxml.html
    from readability import Document

    document = Document(page.decode("utf-8", errors="replace"))
    return document.short_title() + "\n" + lxml.html.fromstring(document.summary()).text_content()


def by_justext(page: bytes) -> str:
    """The paragraphs that jusText keeps, with its French stop list."""
    import justext

    found = justext.justext(page, justext.get_stoplist("French"))
    return "\n".join(p.text for p in found if not p.is_boilerplate)


READERS: dict[str, Callable[[bytes], str]] = {
    "recoupe": ours,
    "trafilatura": by_trafilatura,
    "readability": by_readability,
    "justext": by_justext,
}


def main() -> None:
    """Print one line a reader."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    pages = sorted(folder.glob("*.html"))
    if not pages:
        sys.exit(f"pages: no saved pages in {folder}; give their folder as argument")
    for name, reader in READERS.items():
        rows, lost, began = [], [], time.perf_counter()
        for page in pages:
            wanted = page.with_suffix(".txt").read_text("utf-8")
            said = reader(page.read_bytes())
            rows.append((*score(said, wanted), page.stem))
            if not title_kept(said, wanted):
                lost.append(page.stem)
        seconds = (time.perf_counter() - began) / len(pages)
        mean = [sum(row[i] for row in rows) / len(rows) for i in range(3)]
        worst = min(rows, key=lambda row: row[2])
        print(
            f"{name:12} F1 {mean[2]:.4f}  precision {mean[0]:.4f}  recall {mean[1]:.4f}  worst {worst[2]:.3f} ({worst[3]})  "
            f"titles lost {len(lost)}  {1000 * seconds:.0f} ms a page"
        )


if __name__ == "__main__":
    main()
