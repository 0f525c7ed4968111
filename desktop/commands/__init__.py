"""All that the window can be told to do: the table of commands, their keys, the menus, and the palette."""
