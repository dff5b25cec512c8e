"""The cache: answers kept from one run to the next, each under all that it depends on; what is not settled is asked anew."""

from checks.cache.cache import Cache

__all__ = ["Cache"]
