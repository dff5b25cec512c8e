"""A script that eats memory."""

eaten = []
while True:
    eaten.append(bytearray(64 << 20))
