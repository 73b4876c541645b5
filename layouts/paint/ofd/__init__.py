"""Pages as an OFD file (版式文档, GB/T 33190-2016): a zip of XML, the faces and the pictures.

`writing.py` walks through the file; the other modules make one part of it each.
"""
