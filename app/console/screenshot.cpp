// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/screenshot.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPixmap>
#include <QSaveFile>
#include <QWidget>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Screenshot)
};

} // namespace

Expected<void, QString> takeScreenshot(QWidget &window, const QString &file, const QJsonObject &facts)
{
    QSaveFile picture(file);
    if (!picture.open(QIODevice::WriteOnly) || !window.grab().save(&picture, "PNG") || !picture.commit())
        return unexpected(Words::tr("Cannot write %1: %2.").arg(file, picture.errorString()));
    QSaveFile json(QString(file % u".json"_s));
    const QByteArray text = QJsonDocument(facts).toJson();
    if (!json.open(QIODevice::WriteOnly) || json.write(text) != text.size() || !json.commit())
        return unexpected(Words::tr("Cannot write %1: %2.").arg(json.fileName(), json.errorString()));
    return {};
}

} // namespace sockeye
