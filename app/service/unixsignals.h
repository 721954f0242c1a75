// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace sockeye::service {

//! \brief SIGTERM and SIGINT as a signal of Qt. Make it before the first thread: the two are blocked from
//! then on, and threads inherit that.
class UnixSignals final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnixSignals)

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endRequested();

private:
    int m_descriptor = -1;
};

//! \brief Tells when standard input comes to its end. What is read is thrown away.
class StandardInputWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandardInputWatch)

public:
    explicit StandardInputWatch(QObject *parent = nullptr);
    ~StandardInputWatch() override;

Q_SIGNALS:
    void closed();

private:
    void readSome();

    QSocketNotifier *m_notifier;
};

} // namespace sockeye::service
