"""Documents: one neutral form, written as Markdown, HTML, DOCX, PDF and text, and read back."""
