"""Which files Banxin opens, as macOS is told (Info.plist)."""

from __future__ import annotations

from typing import Any

PACKAGE = "org.banxin.issue"

INFO: dict[str, Any] = {
    "CFBundleDisplayName": "版心",
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "版心 Banxin",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [PACKAGE],
        },
        {
            "CFBundleTypeName": "Markdown",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["net.daringfireball.markdown"],
        },
    ],
    "CFBundleLocalizations": ["zh_CN", "en"],
    "LSMinimumSystemVersion": "14.0",
    "NSHighResolutionCapable": True,
    "UTExportedTypeDeclarations": [
        {
            "UTTypeConformsTo": ["public.data", "public.zip-archive"],
            "UTTypeDescription": "版心 Banxin",
            "UTTypeIdentifier": PACKAGE,
            "UTTypeTagSpecification": {
                "public.filename-extension": ["banxin"],
                "public.mime-type": ["application/vnd.banxin+zip"],
            },
        }
    ],
}
