"""Names that vulture finds no use of, and why they live all the same.

What is not said here and not used goes.

Names in mixed case, those of pytest and what its decorators collect are passed over by pattern:
[tool.vulture] in pyproject.toml.
"""

# Called or read by a library whose method or attribute it is
clone, fixup, validate, interface_cast  # Qt: QIconEngine, QAbstractSpinBox, QAccessibleInterface
check_available, decode_jbig2, jbig2_globals  # pikepdf's JBIG2DecoderInterface
BBox, ViewerPreferences  # keys of PDF dictionaries, set as attributes of pikepdf's
create_system  # zipfile.ZipInfo
modified  # fontTools: the head table
MAX_IMAGE_PIXELS  # Pillow
dont_write_bytecode  # sys
BanxinHook, initialize, finalize, artifact_path  # hatchling's BuildHookInterface
# resources/packaging/banxin.spec, which PyInstaller runs
(EXCLUDED, INFO, wanted_binaries, wanted_data, write_licences)
start_window  # the program banxin-window, by [project.gui-scripts]

# Named in a text that code reads
# $names of desktop/stylesheet.py
(accent_fill_hover, accent_fill_pressed, bubble_accent, scroll_hover, warning)
# fields of masthead and colophon: layouts name them in their templates
telephone, permit, recipients, print_date

# What only documents and tests read
json_schema  # written to docs/issue.schema.json
may_stand  # the last column of docs/preflight.md
is_busy  # a test of the window waits until its work is done

# Built, and waiting for the window to use it
answered_source, with_version  # layouts/importing: answers to doubts, the other version
where_en  # layouts/importing/tidying: where something was tidied, for a window in English

# Tests
X, Y, G, Rotate, RoleMap, GTS_PDFXVersion, CIDToGIDMap  # keys of PDF dictionaries, as above
no_locks, pytestconfig  # fixtures asked for by name alone
handle_comment, handle_data, handle_endtag, handle_starttag  # html.parser.HTMLParser
optionxform  # configparser
teardown  # hypothesis: RuleBasedStateMachine
writable  # io.RawIOBase
