"""The text of a file that should be UTF-8, or what the file seems to be instead."""

import re

from region_report.errors import Fault
from region_report.messages import Message
from region_report.paths import shown

SIGNATURES = {
    b"PK\x03\x04": "faults.is_workbook",
    b"\xd0\xcf\x11\xe0": "faults.is_workbook",
    b"\xff\xfe": "faults.is_utf16",
    b"\xfe\xff": "faults.is_utf16",
}
CHINESE = re.compile("[\u4e00-\u9fff\u3000-\u3003\u3008-\u3011\uff01-\uff5e“”‘’—…·]")
# Of what a wrong guess reads as GBK hardly a character is a common one.
MOST = 0.8


def read_text(path):
    """The text of a UTF-8 file (with or without a byte order mark), and its faults."""
    name = shown(path)
    try:
        if not path.is_file():
            return "", [Fault(name, 0, "", _why_no_file(path))]
        content = path.read_bytes()
    except PermissionError:
        return "", [Fault(name, 0, "", Message("faults.not_readable"))]
    if found := next((key for start, key in SIGNATURES.items() if content.startswith(start)), None):
        return "", [Fault(name, 0, "", Message(found))]
    if b"\0" in content:
        return "", [Fault(name, _line(content, content.index(b"\0")), "", Message("faults.nul_bytes"))]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        return "", [Fault(name, _line(content, error.start), "", _why_not_utf8(content, error.start))]


def _why_no_file(path):
    if path.is_dir():
        return Message("faults.is_folder")
    return Message("faults.link_to_nothing" if path.is_symlink() else "faults.file_missing")


def _why_not_utf8(content, start):
    byte = f"0x{content[start]:02X}"
    return Message("faults.is_gbk" if _is_gbk(content) else "faults.not_utf8", found=byte)


def _is_gbk(content):
    """Whether the bytes are Chinese in GBK, as Excel in China saves a CSV, and not some other 8-bit text."""
    try:
        foreign = [character for character in content.decode("gb18030") if not character.isascii()]
    except UnicodeDecodeError:
        return False
    return len([character for character in foreign if CHINESE.match(character)]) >= MOST * len(foreign)


def _line(content, position):
    return content.count(b"\n", 0, position) + 1
