@echo off
rem The sluice command on Windows: starts Java with an archive of its classes, which is made at the first run.
setlocal
for %%I in ("%~dp0..") do set "SLUICE_HOME=%%~fI"
set "SLUICE_JAR=%SLUICE_HOME%\lib\sluice-cli.jar"
if defined JAVA_HOME (set "SLUICE_JAVA=%JAVA_HOME%\bin\java.exe") else (set "SLUICE_JAVA=java.exe")
where /q "%SLUICE_JAVA%" 2>nul || if not exist "%SLUICE_JAVA%" (
    echo sluice: there is no %SLUICE_JAVA%; install Java 17 or later and put it on the PATH, or set JAVA_HOME 1>&2
    exit /b 3
)
set "SLUICE_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseParallelGC -XX:InitialRAMPercentage=4 -XX:MaxNewSize=160m -XX:+AlwaysTenure -XX:-UsePerfData -Xlog:disable"
if "%~1"=="generate" set "SLUICE_FLAGS=%SLUICE_FLAGS% -XX:CompileThresholdScaling=0.4 -XX:MaxNewSize=64m"
set "SLUICE_JSA=%SLUICE_HOME%\lib\sluice.jsa"
if exist "%SLUICE_JSA%" goto run
rem Where the folder of the jar may not be written, the archive is in the user's own.
copy /y nul "%SLUICE_HOME%\lib\writable.tmp" >nul 2>nul && del "%SLUICE_HOME%\lib\writable.tmp" && goto make
set "SLUICE_JSA=%LOCALAPPDATA%\sluice\sluice.jsa"
if exist "%SLUICE_JSA%" goto run
if not exist "%LOCALAPPDATA%\sluice" mkdir "%LOCALAPPDATA%\sluice" 2>nul
:make
"%SLUICE_JAVA%" "-XX:ArchiveClassesAtExit=%SLUICE_JSA%" %SLUICE_FLAGS% -cp "%SLUICE_JAR%" dev.sluice.cli.Rehearsal >nul 2>nul
rem An empty archive says that none can be made here, so that this is not tried at each start.
if not exist "%SLUICE_JSA%" copy /y nul "%SLUICE_JSA%" >nul 2>nul
:run
"%SLUICE_JAVA%" "-XX:SharedArchiveFile=%SLUICE_JSA%" -Xshare:auto %SLUICE_FLAGS% %SLUICE_JAVA_OPTS% -cp "%SLUICE_JAR%" dev.sluice.cli.Sluice %*
exit /b %ERRORLEVEL%
