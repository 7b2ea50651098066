"""Files in: any spreadsheet becomes Sheets, Sheets become typed evidence and findings."""
