"""Filled forms of any kind, read back. Every file is untrusted: it is accepted, accepted with named warnings, or
refused with one line, and never stops the rest.

    paths --files--> one file --saved | rows | workbook--> responses --settle--> what was meant --gather--> a tally

A workbook is opened in another process (`worker`), after `archive` has looked at the zip and `xlsx` or `ods` at what
it would unpack to; that process has little memory and little time, and hands back plain words (`fence`).
This module imports nothing, as that process begins here.
"""
