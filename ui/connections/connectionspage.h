// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"

#include <QJsonObject>
#include <QWidget>

class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTimer;

namespace sockeye {

class ConnectionDetail;
class Theme;
struct Connection;
struct Formatting;
template <typename Row>
class TableModel;

//! \brief The Prometheus servers: how each stands, what went to and fro, and for the selected one everything
//! else. Looks once a second while it is shown, and not at all otherwise.
class ConnectionsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsPage)

public:
    //! References must outlive the page.
    ConnectionsPage(const MonitorSession &session, const Clock &clock, const Theme &theme,
        const Formatting &formatting, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    void formattingChanged();
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void addRequested();
    void settingsRequested(const sockeye::EndpointId &endpoint);
    //! \brief Something happened that the page itself does not show.
    void messageRequested(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeEmpty();
    void update();
    void showContent(bool isThere);
    void updateDetail();
    void fitTable();
    [[nodiscard]] std::vector<Connection> connections() const;

    const MonitorSession &m_session;
    const Clock &m_clock;
    const Theme &m_theme;
    const Formatting &m_formatting;
    TableModel<Connection> *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    ConnectionDetail *m_detail;
    QPushButton *m_add = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_empty = nullptr;
    QTimer *m_timer; //!< runs while the page is shown
};

} // namespace sockeye
