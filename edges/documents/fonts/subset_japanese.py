"""Cuts Noto Sans CJK JP (regular) down to the Japanese that our papers print.

Kept: JIS X 0208 (kana, punctuation, kanji of levels 1 and 2); the NEC and IBM additions of
code page 932, because personal names need them; and the dashes, quotes and dots of general
punctuation. Usage:
    python3 subset_japanese.py NotoSansCJK-Regular.ttc NotoSansJP-Subset-Regular.otf
"""

import sys

from fontTools import subset, ttLib


def characters():
    """The code points to keep. The two encodings disagree on a few signs (the wave dash, the minus): both are kept."""
    found = set(range(0x20, 0x7F)) | set(range(0x2010, 0x2028))
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            text = bytes([row, cell]).decode("euc_jp", errors="ignore")
            found.update(ord(character) for character in text)
    for lead in list(range(0x81, 0xA0)) + list(range(0xE0, 0xFD)):
        for trail in range(0x40, 0xFD):
            text = bytes([lead, trail]).decode("cp932", errors="ignore")
            found.update(ord(character) for character in text if len(text) == 1)
    # Private use rows of the code page have no glyph.
    return {point for point in found if not 0xE000 <= point <= 0xF8FF}


def face(collection, family):
    """The number of the face with this family name in a font collection."""
    fonts = ttLib.TTCollection(collection).fonts
    return next(i for i, font in enumerate(fonts) if font["name"].getDebugName(1) == family)


def main(source, target):
    options = subset.Options()
    options.font_number = face(source, "Noto Sans CJK JP")
    options.layout_features = ["kern", "palt", "halt", "ccmp", "locl", "liga"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    subset.save_font(font, target, options)


main(*sys.argv[1:])
