// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/asioeventdispatcher.h"
#include "core/probe/transportfactory.h"
#include "core/settings/secretstore.h"

#include "ui/text/errors.h"

#include "app/probe/commandline.h"
#include "app/probe/exporter.h"
#include "app/probe/oneshot.h"
#include "app/probe/watch.h"
#include "app/service/unixsignals.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace sockeye;
using namespace Qt::StringLiterals;

namespace {

const SystemClock systemClock;

int probeOnce(const cli::Options &options, const SecretSource &secrets)
{
    cli::OneShot probe(options, secrets, systemClock);
    QObject::connect(&probe, &cli::OneShot::finished, qApp, [&options](const cli::Summary &summary) {
        QTextStream out(stdout);
        if (options.json)
            out << QString::fromUtf8(QJsonDocument(toJson(summary)).toJson());
        else
            out << toText(summary);
        QCoreApplication::exit(summary.isOk() ? cli::exitOk : cli::exitProbeFailed);
    });
    probe.start();
    return QCoreApplication::exec();
}

int watchUntilStopped(const cli::Options &options, const SecretSource &secrets)
{
    const service::UnixSignals endings; // before the probe thread is
    QTextStream out(stdout);
    cli::Watch watch(
        options, {secrets, systemClock, transportFactory(systemClock, RandomSource::fromSystem()), out});
    QObject::connect(&endings, &service::UnixSignals::endRequested, &watch, &cli::Watch::stop);
    QObject::connect(&watch, &cli::Watch::finished, qApp,
        [](bool isOk) { QCoreApplication::exit(isOk ? cli::exitOk : cli::exitProbeFailed); });
    watch.start();
    return QCoreApplication::exec();
}

Expected<cli::ServeConfig, QString> readConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(QString(
            describe(FileError{FileError::Kind::Unreadable, path, file.errorString()}).joined() % u'\n'));
    return cli::readServeConfig(file.readAll())
        .map_error(
            [&path](const std::vector<cli::ConfigError> &errors) { return cli::toText(errors, path); });
}

int serve(const cli::Options &options, const SecretSource &secrets)
{
    const service::UnixSignals endings; // before the probe thread is
    QTextStream errors(stderr);
    const auto config = readConfig(options.configFile);
    if (!config) {
        errors << config.error();
        return cli::exitUsage;
    }
    if (options.command == cli::Options::Command::CheckConfig)
        return cli::exitOk;
    cli::Exporter exporter(
        *config, {secrets, systemClock, transportFactory(systemClock, RandomSource::fromSystem())});
    const auto port = exporter.start(options.host, options.port);
    if (!port) {
        errors << "sockeye-probe: " << port.error() << '\n';
        return cli::exitProbeFailed;
    }
    QTextStream(stdout) << "http://" << QHostAddress(options.host).toString() << ':' << *port << "/metrics\n";
    QObject::connect(&endings, &service::UnixSignals::endRequested, qApp, &QCoreApplication::quit);
    const int exitCode = QCoreApplication::exec();
    exporter.stop();
    return exitCode;
}

int run(const cli::Options &options)
{
    const SessionSecrets secrets;
    switch (options.command) {
    case cli::Options::Command::Once:
        return probeOnce(options, secrets);
    case cli::Options::Command::Watch:
        return watchUntilStopped(options, secrets);
    case cli::Options::Command::Serve:
    case cli::Options::Command::CheckConfig:
        return serve(options, secrets);
    }
    Q_UNREACHABLE();
}

} // namespace

int main(int argc, char *argv[])
{
    // Round trips are measured on this very thread.
    QCoreApplication::setEventDispatcher(new AsioEventDispatcher);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sockeye-probe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SOCKEYE_VERSION));
    const auto options = cli::parse(QCoreApplication::arguments());
    if (!options) {
        const bool asked = options.error().exitCode == cli::exitOk;
        QTextStream(asked ? stdout : stderr) << options.error().text;
        return options.error().exitCode;
    }
    return run(*options);
}
