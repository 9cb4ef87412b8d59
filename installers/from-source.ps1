# Sets everything up from a checkout and runs the program, or its checks, on Windows:
#
#   installers\from-source.ps1 run  [-Engine cpu|vulkan|cuda] [ARGUMENTS OF glmdesk...]
#   installers\from-source.ps1 test [-Engine cpu|vulkan|cuda] [ARGUMENTS OF pytest...]
#
# Everything made lies in .venv and build\ of the checkout. Works with Windows PowerShell 5.1 and PowerShell 7.
# If scripts are not allowed: powershell -ExecutionPolicy Bypass -File installers\from-source.ps1 run
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Mandatory = $true, Position = 0)] [ValidateSet('run', 'test')] [string] $Verb,
    [ValidateSet('cpu', 'vulkan', 'cuda')] [string] $Engine,
    [Parameter(ValueFromRemainingArguments = $true)] [string[]] $Arguments = @()
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Python = Join-Path $Venv 'Scripts\python.exe'
$Log = Join-Path $Root 'build\set-up.log'
$EngineFile = Join-Path $Venv 'engine'
# What a program that generates text does not need of llama.cpp; halves the time.
$LeaveOut = '-DLLAVA_BUILD=OFF', '-DLLAMA_BUILD_TESTS=OFF', '-DLLAMA_BUILD_EXAMPLES=OFF', '-DLLAMA_BUILD_TOOLS=OFF',
    '-DLLAMA_BUILD_SERVER=OFF', '-DLLAMA_BUILD_APP=OFF'
$CMakeOptions = @{ cpu = ''; cuda = '-DGGML_CUDA=ON'; vulkan = '-DGGML_VULKAN=ON' }
$SuitablePython = 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'

function Stop-WithSentence([string] $Sentence) {
    [Console]::Error.WriteLine($Sentence)
    exit 1
}

# Runs a program with its output in the log and, under the title, signs of life. Returns its exit status.
function Invoke-Quietly([string] $Title, [string] $Program, [string[]] $ProgramArguments) {
    $outFile = "$Log.out"
    $errFile = "$Log.err"
    $quoted = $ProgramArguments | ForEach-Object { '"' + ($_ -replace '"', '\"') + '"' }
    $process = Start-Process -FilePath $Program -ArgumentList $quoted -NoNewWindow -PassThru `
        -RedirectStandardOutput $outFile -RedirectStandardError $errFile
    $null = $process.Handle # without this the exit status is lost when the process ends
    $began = Get-Date
    while (-not $process.WaitForExit(1000)) {
        $elapsed = (Get-Date) - $began
        Write-Progress -Activity $Title -Status $elapsed.ToString('h\:mm\:ss')
    }
    Write-Progress -Activity $Title -Completed
    Get-Content $outFile, $errFile | Add-Content $Log
    return $process.ExitCode
}

function Invoke-OrStop([string] $Title, [string] $Program, [string[]] $ProgramArguments) {
    Write-Host $Title
    if ((Invoke-Quietly $Title $Program $ProgramArguments) -ne 0) {
        Get-Content $Log -Tail 25 | ForEach-Object { [Console]::Error.WriteLine("  | $_") }
        Stop-WithSentence "$Title failed. All of its output is in $Log"
    }
}

# A Python that PySide6 6.11 is made for: its program and the arguments that come first. The py launcher knows all.
function Find-Python {
    $candidates = foreach ($version in '3.13', '3.14', '3.12', '3.11') { @{ Program = 'py'; First = @("-$version") } }
    $candidates += @{ Program = 'python'; First = @() }, @{ Program = 'python3'; First = @() }
    foreach ($candidate in $candidates) {
        if (-not (Get-Command $candidate.Program -ErrorAction SilentlyContinue)) { continue }
        $first = $candidate.First
        try { & $candidate.Program @first -c $SuitablePython 2>$null } catch { continue }
        if ($LASTEXITCODE -eq 0) { return $candidate }
    }
    Stop-WithSentence 'glmdesk needs Python 3.11 to 3.14; install it with:  winget install Python.Python.3.13'
}

function New-Environment {
    if (Test-Path $Python) {
        & $Python -c $SuitablePython
        if ($LASTEXITCODE -eq 0) { return }
    }
    $found = Find-Python
    Invoke-OrStop 'Making a virtual environment' $found.Program ($found.First + @('-m', 'venv', '--clear', $Venv))
}

function Get-EngineRequirement {
    (Get-Content (Join-Path $Root 'pyproject.toml') | Select-String '^\s*"(llama-cpp-python[^"]*)"' |
        Select-Object -First 1).Matches[0].Groups[1].Value
}

# The compiler alone is not enough: without the driver's library the engine would not load.
function Select-Engine {
    $driver = Test-Path (Join-Path $env:SystemRoot 'System32\nvcuda.dll')
    if ((Get-Command nvcc -ErrorAction SilentlyContinue) -and $driver) { return 'cuda' }
    if ($env:VULKAN_SDK -and (Test-Path (Join-Path $env:VULKAN_SDK 'Bin\glslc.exe'))) { return 'vulkan' }
    return 'cpu'
}

function Assert-Compiler {
    $vswhere = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio\Installer\vswhere.exe'
    if (Test-Path $vswhere) {
        $found = & $vswhere -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 `
            -property installationPath
        if ($found) { return }
    }
    [Console]::Error.WriteLine('llama.cpp needs the C++ compiler of the Visual Studio Build Tools; install it with:')
    Stop-WithSentence ('  winget install Microsoft.VisualStudio.2022.BuildTools --override ' +
        '"--passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"')
}

function Test-EngineLoads {
    (Invoke-Quietly 'Trying llama.cpp' $Python @('-c', 'import llama_cpp; llama_cpp.llama_backend_init()')) -eq 0
}

# A ready wheel when pip can find one, otherwise compiled; an engine that was asked for is always compiled.
function Install-Engine {
    $requirement = Get-EngineRequirement
    $installed = if (Test-Path $EngineFile) { (Get-Content $EngineFile -Raw).Trim() } else { '' }
    if ($installed -eq "$Engine built $requirement") { return }
    if (-not $Engine -and $installed.EndsWith(" $requirement")) { return }
    Remove-Item $EngineFile -ErrorAction SilentlyContinue
    $name = if ($Engine) { $Engine } else { Select-Engine }
    if (-not $Engine) {
        Write-Host 'Looking for a ready llama.cpp'
        $ready = @('-m', 'pip', 'install', '--only-binary=llama-cpp-python', $requirement)
        if ((Invoke-Quietly 'Looking for a ready llama.cpp' $Python $ready) -eq 0 -and (Test-EngineLoads)) {
            Set-Content $EngineFile "$name ready $requirement"
            return
        }
    }
    Assert-Compiler
    $wheels = Join-Path $Root "build\engine-$name"
    Remove-Item $wheels -Recurse -Force -ErrorAction SilentlyContinue
    $env:CMAKE_ARGS = ($LeaveOut + $CMakeOptions[$name] + $env:CMAKE_ARGS) -join ' '
    Invoke-OrStop "Compiling llama.cpp for $name (5 to 30 minutes)" $Python @('-m', 'pip', 'wheel', '-v', '--no-deps',
        '--no-binary=llama-cpp-python', '--wheel-dir', $wheels, $requirement)
    $null = Invoke-Quietly 'Removing the engine before' $Python @('-m', 'pip', 'uninstall', '-y', 'llama-cpp-python')
    $wheel = (Get-ChildItem $wheels -Filter *.whl | Select-Object -First 1).FullName
    Invoke-OrStop 'Installing llama.cpp' $Python @('-m', 'pip', 'install', $wheel)
    if (-not (Test-EngineLoads)) {
        Stop-WithSentence "The llama.cpp that was compiled for $name does not load; see $Log"
    }
    Set-Content $EngineFile "$name built $requirement"
}

# What the environment was made from: while it reads the same there is nothing to do.
function Get-Fingerprint([string] $Extras) {
    $project = (Get-FileHash (Join-Path $Root 'pyproject.toml')).Hash
    $installed = if (Test-Path $EngineFile) { (Get-Content $EngineFile -Raw).Trim() } else { '' }
    "$Root|$Extras|$project|$(& $Python --version)|$installed"
}

function Install-Everything([string] $Extras) {
    $stamp = Join-Path $Venv "set-up-$Extras"
    $stamped = if ((Test-Path $Python) -and (Test-Path $stamp)) { (Get-Content $stamp -Raw).Trim() } else { '' }
    if ($stamped -and $stamped -eq (Get-Fingerprint $Extras)) {
        if (-not $Engine) { return }
        if ((Get-Content $EngineFile -Raw).StartsWith("$Engine built ")) { return }
    }
    $null = New-Item -ItemType Directory -Force (Split-Path $Log)
    Set-Content $Log ''
    New-Environment
    Install-Engine
    Invoke-OrStop 'Installing the Python packages' $Python @('-m', 'pip', 'install', '--prefer-binary', '--editable',
        "$Root[$Extras]")
    foreach ($part in 'starter', $Extras) { Set-Content (Join-Path $Venv "set-up-$part") (Get-Fingerprint $part) }
}

function Invoke-Run {
    Install-Everything 'starter'
    & $Python -m glmdesk @Arguments
    exit $LASTEXITCODE
}

# Every check is made, whatever the ones before it said; pytest's closing line is the last.
function Invoke-Test {
    Install-Everything 'starter,dev'
    Set-Location $Root
    $failed = @()
    foreach ($check in @('ruff', 'check'), @('ruff', 'format', '--check'), @(, 'mypy')) {
        Write-Host "== $check"
        & $Python -m @check
        if ($LASTEXITCODE -ne 0) { $failed += $check[0] }
    }
    Write-Host '== architecture and tests'
    $env:QT_QPA_PLATFORM = 'offscreen'
    & $Python -m pytest @Arguments
    exit ($LASTEXITCODE -bor [int]($failed.Count -gt 0))
}

Remove-Item Env:PYTHONHOME -ErrorAction SilentlyContinue
Remove-Item Env:PYTHONPATH -ErrorAction SilentlyContinue
$env:PIP_DISABLE_PIP_VERSION_CHECK = '1'
$env:PIP_NO_INPUT = '1'
if ($Verb -eq 'run') { Invoke-Run } else { Invoke-Test }
