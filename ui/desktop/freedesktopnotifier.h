// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/notifier.h"

#include "ui/text/formatting.h"

#include <QDBusConnection>

#include <memory>

namespace sockeye {

//! \brief Shows notices through org.freedesktop.Notifications, one popup for each key, replaced in place.
//! QSystemTrayIcon::showMessage() is not used because it piles popups up and answers to the clicks on other
//! programs' popups. Nothing blocks; every notice that cannot be shown ends in failed(). A server that comes
//! later is used from then on. Main thread only.
class FreedesktopNotifier final : public Notifier {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FreedesktopNotifier)

public:
    explicit FreedesktopNotifier(
        const QDBusConnection &bus, Formatting formatting = {}, QObject *parent = nullptr);
    ~FreedesktopNotifier() override;

    void notify(const sockeye::Notice &notice) override;
    void withdraw(const QString &key) override;

    //! \brief True when a server answered and is still there.
    [[nodiscard]] bool isAvailable() const;
    void setFormatting(const Formatting &formatting);

Q_SIGNALS:
    void availableChanged(bool available);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
