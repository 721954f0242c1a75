// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QJsonObject>
#include <QString>

class QWidget;

namespace sockeye {

//! \brief Writes a picture of \a window to \a file and \a facts to FILE.json. The error is a sentence for the
//! terminal.
[[nodiscard]] Expected<void, QString> takeScreenshot(
    QWidget &window, const QString &file, const QJsonObject &facts);

} // namespace sockeye
