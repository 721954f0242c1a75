// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace sockeye::test {

//! \brief Why a test that needs promtool cannot run; empty when it can.
[[nodiscard]] QString promtoolProblem();

//! \brief Writes \a files (name and content) to a private folder and runs promtool there; what it printed is
//! the error when it does not accept them.
[[nodiscard]] Expected<void, QString> promtool(
    const QStringList &arguments, const QMap<QString, QByteArray> &files);

//! \brief A text as a YAML scalar in single quotes.
[[nodiscard]] QByteArray yamlQuoted(const QString &text);

} // namespace sockeye::test
