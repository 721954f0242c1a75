// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/connections/connectionfacts.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace sockeye {

class CurlButton;
class Theme;

//! \brief Everything about one server, on a card: its state, what is wrong and what to do about it, and the
//! facts in groups.
class ConnectionDetail final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDetail)

public:
    //! References must outlive the card.
    ConnectionDetail(const Theme &theme, const Formatting &formatting, QWidget *parent = nullptr);
    ~ConnectionDetail() override;

    void showConnection(const Connection &connection, const HeldSamples &all, Timestamp now);

Q_SIGNALS:
    void settingsRequested(const sockeye::EndpointId &endpoint);
    void copied();

private:
    class FactColumn;

    [[nodiscard]] QWidget *makeHead();
    void showHead(const EndpointStatus &status);
    void showError(const EndpointStatus &status, Timestamp now);

    const Theme &m_theme;
    const Formatting &m_formatting;
    EndpointId m_endpoint;
    QLabel *m_mark = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_settings = nullptr;
    CurlButton *m_curl = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_remedy = nullptr;
    QHBoxLayout *m_columns = nullptr;
    std::vector<FactColumn *> m_facts;
};

} // namespace sockeye
