; The Windows installer: for one person, without administrator, in Indonesian, silent with /S.
; make.py hands over what is written ${LIKE_THIS} and defined nowhere here.
;
; What a person makes is never inside $INSTDIR; the uninstaller removes what was installed, by name,
; and what the window remembered, and leaves every other file where it is.

Target ${SASARAN}
ManifestDPIAware true
ManifestSupportedOS all
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\IPASN"
!define CLASSES "Software\Classes"
!define KIND "IPASN.Proyek"

Name "IPASN"
BrandingText "IPASN ${VERSI}"
OutFile "${KELUARAN}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\IPASN"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSI4}"
VIAddVersionKey /LANG=1057 "ProductName" "IPASN"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSI}"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSI}"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasang IPASN"
VIAddVersionKey /LANG=1057 "LegalCopyright" "Lisensi MIT"

!define MUI_ICON "${IKON}"
!define MUI_UNICON "${IKON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Memasang IPASN ${VERSI}"
!define MUI_WELCOMEPAGE_TEXT "IPASN menghitung Indeks Profesionalitas ASN dari lembar kerja kepegawaian sampai laporan yang disahkan.$\r$\n$\r$\nProgram dipasang untuk akun Anda saja dan tidak memerlukan hak administrator. Data tidak pernah keluar dari komputer ini.$\r$\n$\r$\nBila IPASN sudah terpasang, program diperbarui; berkas proyek Anda tidak berubah."
!define MUI_FINISHPAGE_TITLE "IPASN telah terpasang"
!define MUI_FINISHPAGE_TEXT "IPASN ada di menu Start. Berkas .ipasn dibuka dengan klik ganda."
!define MUI_FINISHPAGE_RUN "$INSTDIR\IPASN.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Buka IPASN"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "IPASN akan dihapus dari akun Anda. Berkas proyek, laporan dan lembar kerja Anda tidak dihapus."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; Only this language: with English listed, an English Windows would show English pages.
!insertmacro MUI_LANGUAGE "Indonesian"

; Exit codes of a silent run: 0 done, 2 refused (as NSIS has it), 3 the program is open.

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "IPASN memerlukan Windows 10 versi 1809 atau yang lebih baru, 64 bit." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

; A program that runs cannot be written to: asked of the file, so no list of programs is needed.
!macro RefuseWhileOpen PREFIX
Function ${PREFIX}RefuseWhileOpen
  again:
  StrCpy $1 ""
  ${If} ${FileExists} "$INSTDIR\IPASN.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\IPASN.exe" a
    ${If} ${Errors}
      StrCpy $1 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} $1 == "open"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "IPASN masih terbuka. Tutup IPASN, lalu tekan Ulangi." /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileOpen ""
!insertmacro RefuseWhileOpen "un."

!macro TellShell
  ; SHCNE_ASSOCCHANGED: icons and what opens a file are read anew.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "IPASN"
  Call RefuseWhileOpen
  ; Files that this version no longer has would otherwise stay and be found.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${ISI}"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "IPASN tidak dapat dipasang: berkas tidak dapat ditulis. Periksa ruang kosong, lalu ulangi." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\Hapus IPASN.exe"
  CreateShortCut "$SMPROGRAMS\IPASN.lnk" "$INSTDIR\IPASN.exe" "" "$INSTDIR\IPASN.exe" 0 SW_SHOWNORMAL "" "Indeks Profesionalitas ASN"

  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "Proyek IPASN"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\IPASN.exe,0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\IPASN.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.ipasn" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.ipasn\OpenWithProgids" "${KIND}" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "IPASN"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSI}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "IPASN"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\IPASN.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Hapus IPASN.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Hapus IPASN.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${UKURAN}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellShell
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileOpen
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\IPASN.exe"
  Delete "$INSTDIR\ipasn-cli.exe"
  Delete "$INSTDIR\Hapus IPASN.exe"
  ; Without /r: a folder in which somebody keeps something stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\IPASN.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\.ipasn" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "${CLASSES}\.ipasn" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.ipasn\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ipasn\OpenWithProgids"
  ; With a value of somebody else the key is in use, though it has no keys below.
  ReadRegStr $0 HKCU "${CLASSES}\.ipasn" ""
  ${If} $0 == ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\.ipasn"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ; What the window remembered: QSettings' place for this program.
  DeleteRegKey HKCU "Software\IPASN\IPASN"
  DeleteRegKey /ifempty HKCU "Software\IPASN"
  !insertmacro TellShell
SectionEnd
