"""The reader: one small encoder whose heads give grammar, likely problems and who is meant."""
