// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/application.h"
#include "resources/resources.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

namespace {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (const auto answer = sockeye::answerWithoutWindow(arguments)) {
        QTextStream(stdout) << *answer;
        return 0;
    }
    const auto commandLine = sockeye::CommandLine::parse(arguments);
    if (!commandLine) {
        QTextStream(stderr) << "sockeye: " << commandLine.error() << '\n';
        return 2;
    }
    if (!hasDisplay() && !commandLine->screenshot.isEmpty())
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    sockeye::nameApplication();
    sockeye::initResources();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/sockeye/icons/org.sockeye.Sockeye.svg")));
    return sockeye::Application(*commandLine).run();
}
