"""Draw a `Document` as PDF: the only room that knows ReportLab."""
