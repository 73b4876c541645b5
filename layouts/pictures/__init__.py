"""Pages as pictures: PNG, JPEG, TIFF for print and WebP; page by page, by spreads, or one long
picture (长图) for phones.
"""
