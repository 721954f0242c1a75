// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QObject;

namespace sockeye {

//! \brief Calls \a found later, unless \a context has gone: whether the Secret Service of this session has a
//! locked entry \a name of \a service. Where no such service runs none is started, and nothing is locked.
void findLocked(const QString &service, const QString &name, QObject *context,
    const std::function<void(bool isLocked)> &found);

//! \brief Calls \a ended, as long as \a context lives, each time that the Secret Service of this session has
//! gone from the bus. libsecret then begins anew: by itself it would go on with the session of the one that
//! has ended, and fail with the next one for good.
void followSecretService(QObject *context, const std::function<void()> &ended);

} // namespace sockeye
