"""Pages into text: what is printed where becomes lines, lines become columns, columns become paragraphs."""
