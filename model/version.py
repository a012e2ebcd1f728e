"""The version of the program: shown to the user and noted in the files it saves."""

VERSION = "0.1.0"
