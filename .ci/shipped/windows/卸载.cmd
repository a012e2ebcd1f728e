@echo off
rem Removes the program's own files and nothing else. The interpreter cannot remove itself: its
rem folder goes when it has ended. The last line is read as a whole before this file is gone.
cd /d "%TEMP%"
"%~dp0python\python.exe" -m installer uninstall %*
set result=%errorlevel%
if /i not "%~1"=="/S" pause
if not "%result%"=="0" exit /b %result%
rd /s /q "%~dp0python" & del /q "%~f0" & rd "%~dp0." 2>nul & exit /b 0
