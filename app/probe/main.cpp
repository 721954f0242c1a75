// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretstore.h"

#include "app/probe/commandline.h"
#include "app/probe/oneshot.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

using namespace sockeye;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sockeye-probe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SOCKEYE_VERSION));
    const auto options = cli::parse(QCoreApplication::arguments());
    if (!options) {
        const bool asked = options.error().exitCode == cli::exitOk;
        QTextStream(asked ? stdout : stderr) << options.error().text;
        return options.error().exitCode;
    }
    const SystemClock clock;
    const SessionSecrets secrets;
    cli::OneShot probe(*options, secrets, clock);
    QObject::connect(&probe, &cli::OneShot::finished, &application, [&options](const cli::Summary &summary) {
        QTextStream out(stdout);
        if (options->json)
            out << QString::fromUtf8(QJsonDocument(toJson(summary)).toJson());
        else
            out << toText(summary);
        QCoreApplication::exit(summary.isOk() ? cli::exitOk : cli::exitProbeFailed);
    });
    probe.start();
    return QCoreApplication::exec();
}
