// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QRegularExpression>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"workspace"_s, Words::tr("Open the workspace NAME."), u"NAME"_s},
        {u"demo"_s, Words::tr("Run the demo service and its Prometheus, and watch them.")},
        {u"demo-clients"_s, Words::tr("Number of clients of the demo service."), u"N"_s},
        {u"screenshot"_s,
            Words::tr("Write a picture of the window to FILE, its facts to FILE.json, and quit."), u"FILE"_s},
        {u"after"_s, Words::tr("Take the picture after SECONDS (10)."), u"SECONDS"_s},
        {u"page"_s, Words::tr("Show the page NAME: overview, probes, alerts or connections."), u"NAME"_s},
        {u"theme"_s, Words::tr("Use the theme NAME: light or dark."), u"NAME"_s},
        {u"language"_s, Words::tr("Use the language CODE, such as en or zh_CN."), u"CODE"_s},
        {u"size"_s, Words::tr("Size of the window, such as 1280x800."), u"WxH"_s},
        {{u"h"_s, u"help"_s}, Words::tr("Show this help.")},
        {{u"v"_s, u"version"_s}, Words::tr("Show the version.")},
    });
}

//! Reads a whole number of an option, or says what was expected.
Expected<int, QString> wholeNumber(
    const QCommandLineParser &parser, const QString &name, int fallback, int least)
{
    if (!parser.isSet(name))
        return fallback;
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < least)
        return unexpected(Words::tr("--%1 %2: expected a whole number of at least %3.")
                              .arg(name, parser.value(name))
                              .arg(least));
    return number;
}

Expected<QString, QString> oneOf(
    const QCommandLineParser &parser, const QString &name, const QStringList &words)
{
    const QString value = parser.value(name);
    if (!parser.isSet(name) || words.contains(value))
        return value;
    return unexpected(Words::tr("--%1 %2: expected one of %3.").arg(name, value, words.join(u", "_s)));
}

Expected<std::optional<QSize>, QString> sizeOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"size"_s))
        return std::optional<QSize>{};
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(uR"(([0-9]{3,5})x([0-9]{3,5}))"_s));
    const QRegularExpressionMatch match = pattern.match(parser.value(u"size"_s));
    if (!match.hasMatch())
        return unexpected(
            Words::tr("--size %1: expected a size such as 1280x800.").arg(parser.value(u"size"_s)));
    return QSize{match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace

Expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{u"sockeye"_s} + arguments))
        return unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return unexpected(
            Words::tr("%1: not an option. See --help.").arg(parser.positionalArguments().constFirst()));
    const auto after = wholeNumber(parser, u"after"_s, 10, 0);
    const auto clients = wholeNumber(parser, u"demo-clients"_s, 200, 1);
    const auto page = oneOf(parser, u"page"_s, {u"overview"_s, u"probes"_s, u"alerts"_s, u"connections"_s});
    const auto theme = oneOf(parser, u"theme"_s, {u"light"_s, u"dark"_s});
    const auto size = sizeOf(parser);
    for (const auto *word : {&page, &theme}) {
        if (!*word)
            return unexpected(word->error());
    }
    if (!after || !clients)
        return unexpected(after ? clients.error() : after.error());
    if (!size)
        return unexpected(size.error());
    if (parser.isSet(u"screenshot"_s) && parser.value(u"screenshot"_s).isEmpty())
        return unexpected(Words::tr("--screenshot: expected a file."));

    CommandLine line;
    if (parser.isSet(u"workspace"_s))
        line.workspace = parser.value(u"workspace"_s);
    static const QRegularExpression name(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_-]{1,64}"_s));
    if (!name.match(line.workspace).hasMatch())
        return unexpected(
            Words::tr("--workspace %1: expected letters, digits, - and _.").arg(line.workspace));
    line.demo = parser.isSet(u"demo"_s);
    line.screenshot = parser.value(u"screenshot"_s);
    line.after = std::chrono::seconds{*after};
    line.page = *page;
    line.theme = *theme;
    line.language = parser.value(u"language"_s);
    line.size = *size;
    line.demoClients = *clients;
    return line;
}

std::optional<QString> answerWithoutWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Watches WebSocket services from inside and from outside."));
    addOptions(parser);
    parser.parse(QStringList{u"sockeye"_s} + arguments);
    if (parser.isSet(u"help"_s))
        return parser.helpText();
    if (parser.isSet(u"version"_s))
        return u"sockeye " SOCKEYE_VERSION "\n"_s;
    return std::nullopt;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"Sockeye"_s);
    QCoreApplication::setApplicationVersion(u"" SOCKEYE_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"org.sockeye.Sockeye"_s);
    // The tray keeps watching when the window is hidden; quitting is always said.
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

} // namespace sockeye
