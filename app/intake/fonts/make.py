"""Makes the fonts beside this file smaller. python3 make.py FOLDER (of fonts-croscore; needs fonttools)"""

import glob
import os
import re
import sys
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x237, 0x237), (0x2C6, 0x2C7), (0x2D8, 0x2DD),
    (0x300, 0x304), (0x306, 0x308), (0x394, 0x394), (0x3A9, 0x3A9), (0x3BC, 0x3BC), (0x3C0, 0x3C0), (0x400, 0x52F),
    (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x2199), (0x2200, 0x226F), (0x25A0, 0x25CF),
    (0x2713, 0x2713), (0xFB01, 0xFB02),
]
UNUSED = ["GSUB", "GPOS", "GDEF", "DSIG", "kern", "gasp", "meta", "hdmx", "VDMX", "LTSH"]


def make(source, target):
    options = subset.Options()
    options.hinting = False
    options.glyph_names = True
    options.layout_features = []
    options.notdef_outline = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += UNUSED
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)
    rename_glyphs(target)


def rename_glyphs(path):
    font = TTFont(path)
    names = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        names.setdefault(glyph, f"uni{code:04X}")
    with tempfile.NamedTemporaryFile(suffix=".ttx") as file:
        font.saveXML(file.name)
        text = open(file.name, encoding="utf-8").read()
        renamed = lambda match: match[1] + names.get(match[2], match[2]) + '"'
        text = re.sub(r'((?:name|glyphName)=")([^"]+)"', renamed, text)
        text = re.sub(r"<extraNames>.*?</extraNames>", "<extraNames></extraNames>", text, flags=re.S)
        open(file.name, "w", encoding="utf-8").write(text)
        font = TTFont()
        font.importXML(file.name)
        font.save(path)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    for found in sorted(glob.glob(f"{sys.argv[1]}/*.ttf")):
        make(found, f"{here}/{os.path.basename(found)}")
