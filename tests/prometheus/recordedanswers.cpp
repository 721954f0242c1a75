// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/prometheus/recordedanswers.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace sockeye::test {

using namespace Qt::StringLiterals;

std::vector<RecordedAnswer> allRecorded()
{
    std::vector<RecordedAnswer> answers;
    const QDir folder(qEnvironmentVariable("SOCKEYE_SOURCE_DIR") + "/tests/data/answers"_L1);
    const QFileInfoList files = folder.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(info.filePath()));
        const QJsonObject entries = QJsonDocument::fromJson(file.readAll()).object();
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            const QJsonObject entry = it.value().toObject();
            const QByteArray type = entry.value("contentType"_L1).toString().toLatin1();
            RecordedAnswer &recorded =
                answers.emplace_back(RecordedAnswer{QString(info.completeBaseName() % u'/' % it.key()),
                    answer(entry.value("status"_L1).toInt(), type.split(';').constFirst(),
                        entry.value("body"_L1).toString().toUtf8())});
            const QJsonObject headers = entry.value("headers"_L1).toObject();
            for (auto header = headers.begin(); header != headers.end(); ++header) {
                recorded.reply.headers.push_back(
                    {header.key().toLatin1(), header.value().toString().toLatin1()});
            }
        }
    }
    if (answers.empty())
        qFatal("no recorded answers: is SOCKEYE_SOURCE_DIR set?");
    return answers;
}

HttpReply recorded(const QString &name)
{
    for (const RecordedAnswer &answer : allRecorded()) {
        if (answer.name == name)
            return answer.reply;
    }
    qFatal("no recorded answer %s", qPrintable(name));
}

HttpReply answer(int status, const QByteArray &contentType, const QByteArray &body)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = contentType;
    reply.body = body;
    return reply;
}

} // namespace sockeye::test
