"""The brand as a style sheet, so that the site wears the same colours as slides, workbooks and print."""

from __future__ import annotations

from kit.model import Brand

DARK = {"ink": "#e7e9ee", "paper": "#14171f", "wash": "#1f2430", "link": "#8fc2f0", "muted": "#b3bac6"}
"""The dark scheme's own five; the rest are the brand's."""


def css(brand: Brand) -> str:
    """Custom properties for Material's palette and for our own style sheet. Paper is always light."""
    colours = brand.colours.model_dump()
    plain = "".join(f"  --brand-{name}: {value};\n" for name, value in colours.items())
    return (
        f":root {{\n{plain}}}\n"
        "[data-md-color-scheme][data-md-color-primary] {\n"
        "  --md-primary-fg-color: var(--brand-primary);\n"
        "  --md-primary-fg-color--light: var(--brand-primary);\n"
        "  --md-primary-fg-color--dark: var(--brand-primary);\n"
        "  --md-accent-fg-color: var(--brand-accent);\n"
        "  --md-typeset-a-color: var(--brand-accent);\n"
        "  --md-default-fg-color: var(--brand-ink);\n"
        "  --ours-wash: var(--brand-wash);\n  --ours-muted: var(--brand-muted);\n"
        "  --ours-link: var(--brand-accent);\n  --ours-edge: var(--brand-primary);\n}\n"
        '@media screen { [data-md-color-scheme="slate"][data-md-color-primary] {\n'
        "  --md-primary-fg-color: var(--brand-primary);\n"
        "  --md-primary-fg-color--dark: var(--brand-primary);\n"
        f"  --md-default-bg-color: {DARK['paper']};\n"
        f"  --md-default-fg-color: {DARK['ink']};\n"
        f"  --md-typeset-color: {DARK['ink']};\n"
        f"  --md-accent-fg-color: {DARK['link']};\n"
        f"  --md-accent-bg-color: {DARK['paper']};\n"
        f"  --md-typeset-a-color: {DARK['link']};\n"
        f"  --ours-wash: {DARK['wash']};\n  --ours-muted: {DARK['muted']};\n"
        f"  --ours-link: {DARK['link']};\n  --ours-edge: {DARK['link']};\n}} }}\n"
    )
