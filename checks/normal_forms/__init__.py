"""Normal forms of terms over independent atoms, and the signs that can be read off them; shared by the engines that prove."""
