// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pac/confinement.h"
#include "app/pac/scriptengine.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

// Runs a proxy script, which is foreign code, in a process that has nothing and may be ended at any time.
//
// Read are: a line with the length of the script, the script, and one line for each question: the URL, a tab,
// the host. Written is a line for the script and for each question: a word, a tab, a text.

namespace {

using namespace sockeye::pac;

constexpr std::size_t longestScript = std::size_t{1024} * 1024;
constexpr std::size_t mostMemory = std::size_t{64} * 1024 * 1024;
constexpr std::size_t longestText = 4'000;
constexpr int exitUsage = 2;

std::string_view wordOf(ScriptAnswer::Kind kind)
{
    switch (kind) {
    case ScriptAnswer::Kind::Ready:
        return "ready";
    case ScriptAnswer::Kind::Found:
        return "found";
    case ScriptAnswer::Kind::Invalid:
        return "invalid";
    case ScriptAnswer::Kind::Threw:
        return "threw";
    case ScriptAnswer::Kind::Rubbish:
        return "rubbish";
    case ScriptAnswer::Kind::Memory:
        break;
    }
    return "memory";
}

void write(const ScriptAnswer &answer)
{
    std::string text = answer.text.substr(0, longestText);
    std::ranges::replace_if(
        text, [](char c) { return c >= 0 && c < ' '; }, ' ');
    std::cout << wordOf(answer.kind) << '\t' << text << std::endl;
}

// The time that a test sets, or the present.
Now clockOf(int argc, char *argv[])
{
    if (argc != 3 || std::string_view(argv[1]) != "--time")
        return [] { return std::time(nullptr); };
    const std::time_t fixed = std::strtoll(argv[2], nullptr, 10);
    return [fixed] { return fixed; };
}

bool readScript(std::string &script)
{
    std::string length;
    if (!std::getline(std::cin, length))
        return false;
    const unsigned long size = std::strtoul(length.c_str(), nullptr, 10);
    if (size > longestScript)
        return false;
    script.resize(size);
    return bool(std::cin.read(script.data(), static_cast<std::streamsize>(size)));
}

} // namespace

int main(int argc, char *argv[])
{
    confine();
    std::string script;
    if (!readScript(script))
        return exitUsage;
    ScriptEngine engine(clockOf(argc, argv), mostMemory);
    grantStep();
    const ScriptAnswer loaded = engine.load(script);
    write(loaded);
    if (loaded.kind != ScriptAnswer::Kind::Ready)
        return EXIT_FAILURE;
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos)
            return exitUsage;
        grantStep();
        write(engine.find(line.substr(0, tab), line.substr(tab + 1)));
    }
    return EXIT_SUCCESS;
}
