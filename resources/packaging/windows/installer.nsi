; The installer for Windows: for one user, without an administrator. build.py defines FOLDER (what is packed), OUT, VERSION, NUMBERS, KIBIBYTES
; and, on Windows, ICON.
Unicode true
!include MUI2.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Banxin"
!define CLASSES "Software\Classes"

Name "版心 Banxin"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Banxin"
InstallDirRegKey HKCU "Software\Banxin" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Banxin"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Banxin"
VIAddVersionKey "LegalCopyright" "The Banxin authors, Apache License 2.0"

!if /FileExists "${ICON}"
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_FINISHPAGE_RUN "$INSTDIR\banxin-window.exe"
!insertmacro MUI_PAGE_LICENSE "${FOLDER}/_internal/banxin/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString Running ${LANG_SIMPCHINESE} "版心还开着，请先关闭它。"
LangString Running ${LANG_ENGLISH} "Banxin is still open. Please close it first."

; A program that runs keeps its file: it can be neither replaced nor removed.
!macro RefuseWhileOpen un
Function ${un}RefuseWhileOpen
  IfFileExists "$INSTDIR\banxin-window.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\banxin-window.exe" a
  IfErrors 0 close
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(Running)" /SD IDOK
  SetErrorLevel 1
  Quit
close:
  FileClose $0
free:
FunctionEnd
!macroend
!insertmacro RefuseWhileOpen ""
!insertmacro RefuseWhileOpen "un."

Section
  Call RefuseWhileOpen
  ; What an earlier version left would be loaded beside what is new.
  IfFileExists "$INSTDIR\_internal\banxin\NOTICE" 0 +2
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  WriteRegStr HKCU "Software\Banxin" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "版心 Banxin"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\banxin-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Banxin authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  ; .banxin is ours; for .md we are one of those that may be chosen.
  WriteRegStr HKCU "${CLASSES}\Banxin.Issue" "" "版心 Banxin"
  WriteRegStr HKCU "${CLASSES}\Banxin.Issue\DefaultIcon" "" "$INSTDIR\banxin-window.exe,0"
  WriteRegStr HKCU "${CLASSES}\Banxin.Issue\shell\open\command" "" '"$INSTDIR\banxin-window.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.banxin" "" "Banxin.Issue"
  WriteRegStr HKCU "${CLASSES}\.banxin" "Content Type" "application/vnd.banxin+zip"
  WriteRegStr HKCU "${CLASSES}\.md\OpenWithProgids" "Banxin.Issue" ""
  CreateShortcut "$SMPROGRAMS\版心 Banxin.lnk" "$INSTDIR\banxin-window.exe"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileOpen
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\banxin.exe"
  Delete "$INSTDIR\banxin-window.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where nothing else is left
  Delete "$SMPROGRAMS\版心 Banxin.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.banxin" ""
  StrCmp $0 "Banxin.Issue" 0 +2
  DeleteRegKey HKCU "${CLASSES}\.banxin"
  DeleteRegKey HKCU "${CLASSES}\Banxin.Issue"
  DeleteRegValue HKCU "${CLASSES}\.md\OpenWithProgids" "Banxin.Issue"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Banxin"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
