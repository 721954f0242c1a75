// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/promtool.h"

#include "tests/support/realprometheus.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace sockeye::test {

using namespace Qt::StringLiterals;

QString promtoolProblem()
{
    return RealPrometheus::findProgram(u"promtool"_s).isEmpty() ? u"promtool is not installed"_s : QString();
}

Expected<void, QString> promtool(const QStringList &arguments, const QMap<QString, QByteArray> &files)
{
    const QTemporaryDir folder;
    for (auto entry = files.begin(); entry != files.end(); ++entry) {
        QFile file(folder.filePath(entry.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(entry.value()) != entry.value().size())
            return unexpected(file.errorString());
    }
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(RealPrometheus::findProgram(u"promtool"_s), arguments);
    if (!process.waitForFinished(-1)) // the test's own time limit is the bound
        return unexpected(process.errorString());
    const QString output = QString::fromUtf8(process.readAll());
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return unexpected(output);
    return {};
}

QByteArray yamlQuoted(const QString &text)
{
    return QString(u'\'' % QString(text).replace(u'\'', u"''"_s) % u'\'').toUtf8();
}

} // namespace sockeye::test
