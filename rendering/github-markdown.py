"""Markdown files to HTML, as cmark-gfm with GitHub's extensions makes it: one JSON list of texts, in the order of the arguments."""
import json
import sys

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

# The HTML that a text holds goes through here; the allow-list comes after it.
options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_GITHUB_PRE_LANG

texts = []
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        texts.append(github_flavored_markdown_to_html(file.read(), options=options))
json.dump(texts, sys.stdout)
