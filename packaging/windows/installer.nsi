; The Windows installer, per user, without administrator rights.
;   python packaging/build.py installer
Unicode true
!include MUI2.nsh
!ifndef VERSION
  !error "VERSION is not given"
!endif
Name "Recoupe"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Recoupe"
InstallDirRegKey HKCU "Software\Recoupe" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Recoupe"
VIAddVersionKey "FileDescription" "Recoupe installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Recoupe authors, MIT licence"
!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\recoupe.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Recoupe"

Section "Recoupe"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  File "/oname=study.ico" "${STUDY}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\Recoupe" "Folder" "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\Recoupe.lnk" "$INSTDIR\recoupe.exe"
  ; a double-click on a study opens it
  WriteRegStr HKCU "Software\Classes\.recoupe" "" "Recoupe.Study"
  WriteRegStr HKCU "Software\Classes\Recoupe.Study" "" "Recoupe study"
  WriteRegStr HKCU "Software\Classes\Recoupe.Study\DefaultIcon" "" "$INSTDIR\study.ico"
  WriteRegStr HKCU "Software\Classes\Recoupe.Study\shell\open\command" "" '"$INSTDIR\recoupe.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Recoupe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\recoupe.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Recoupe.lnk"
  DeleteRegKey HKCU "Software\Classes\.recoupe"
  DeleteRegKey HKCU "Software\Classes\Recoupe.Study"
  DeleteRegKey HKCU "Software\Recoupe"
  DeleteRegKey HKCU "${UNINSTALL}"
  RMDir /r "$INSTDIR"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
