@echo off
rem The messages come from Python, which writes Unicode to any console. This file stays ASCII but
rem for the one message that is needed when Python is not there; it switches to UTF-8 first.
if not exist "%~dp0python\python.exe" goto not_unpacked
"%~dp0python\python.exe" -m installer install %*
set result=%errorlevel%
if /i not "%~1"=="/S" pause
exit /b %result%
:not_unpacked
chcp 65001 >nul
echo 请先把压缩包全部解压到一个文件夹，再运行解压出来的“安装.cmd”。
echo Please unpack the whole archive first.
if /i not "%~1"=="/S" pause
exit /b 1
