"""What the user can do: a small function each, of the session, the selection and the window it is done in."""
