// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/connections/connectionfacts.h"

#include <QPushButton>

namespace sockeye {

//! \brief Puts a query of one server on the clipboard as a command of curl: the last one that failed or one
//! of the last few, as they were when the menu was opened.
class CurlButton final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlButton)

public:
    //! \a formatting must outlive the button.
    explicit CurlButton(const Formatting &formatting, QWidget *parent = nullptr);
    ~CurlButton() override;

    void setConnection(const Connection &connection);

Q_SIGNALS:
    void copied(const QString &command);

private:
    void fillMenu();
    void addHeading(const QString &text);
    void addQuery(const QString &title, const AskedQuery &query);

    const Formatting &m_formatting;
    Connection m_connection;
};

} // namespace sockeye
